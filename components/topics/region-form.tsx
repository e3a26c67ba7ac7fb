import Form from "next/form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** Suggestions only: AWS adds regions, and any can be typed. */
const REGIONS = [
  "us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 sa-east-1 us-gov-east-1 us-gov-west-1",
  "eu-central-1 eu-central-2 eu-west-1 eu-west-2 eu-west-3 eu-north-1 eu-south-1 eu-south-2",
  "ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-northeast-1 ap-northeast-2",
  "ap-northeast-3 ap-east-1 me-south-1 me-central-1 il-central-1 af-south-1 cn-north-1 cn-northwest-1",
].flatMap((line) => line.split(" "));

/** Asks for the topics of another region; the choice lives in the address. */
export function RegionForm({ region }: { region: string }) {
  return (
    <Form action="/setup/topics" className="flex items-end gap-2">
      <Field id="region" label="Region" className="w-full max-w-52">
        <Input
          key={region}
          id="region"
          name="region"
          list="regions"
          defaultValue={region}
          pattern="[a-z0-9\-]{1,40}"
          title="A region code, such as us-east-1"
          required
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <datalist id="regions">
          {REGIONS.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </Field>
      <Button type="submit">List topics</Button>
    </Form>
  );
}
