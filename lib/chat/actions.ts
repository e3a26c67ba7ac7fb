"use server";
import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { channelIdSchema, channelShape, testChannelSchema } from "./schema.ts";
import { createChannel } from "./service/create.ts";
import { editChannel } from "./service/edit.ts";
import { deleteChannel } from "./service/remove.ts";
import { sendTest } from "./service/send-test.ts";
import { switchOff, switchOn } from "./service/switch.ts";

export const saveChannelAction = defineAction({
  name: "channel.save",
  permission: "channels:write",
  input: channelShape,
  run: ({ actor, input }) => {
    const saved = input.id === null ? createChannel({ actor, input }) : editChannel({ actor, input });
    refresh();
    return saved;
  },
});

export const testChannelAction = defineAction({
  name: "channel.send-test",
  permission: "channels:write",
  input: testChannelSchema,
  run: ({ actor, input }) => sendTest({ actor, input }),
});

export const switchOnChannelAction = defineAction({
  name: "channel.switch-on",
  permission: "channels:write",
  input: channelIdSchema,
  run: ({ actor, input }) => {
    const switched = switchOn({ actor, ...input });
    refresh();
    return switched;
  },
});

export const switchOffChannelAction = defineAction({
  name: "channel.switch-off",
  permission: "channels:write",
  input: channelIdSchema,
  run: ({ actor, input }) => {
    const switched = switchOff({ actor, ...input });
    refresh();
    return switched;
  },
});

export const deleteChannelAction = defineAction({
  name: "channel.delete",
  permission: "channels:write",
  input: channelIdSchema,
  run: ({ actor, input }) => {
    const deleted = deleteChannel({ actor, ...input });
    refresh();
    return deleted;
  },
});
