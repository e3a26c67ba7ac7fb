import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { ROLES } from "@/lib/auth/constants";

const at = (name: string) => integer(name, { mode: "timestamp_ms" });

/** The four tables better-auth works on, in its own column names, plus our role. */
export const user = sqliteTable("user", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  email: text("email").notNull().unique(),
  emailVerified: integer("emailVerified", { mode: "boolean" }).notNull().default(false),
  image: text("image"),
  role: text("role", { enum: ROLES }).notNull().default("viewer"),
  createdAt: at("createdAt").notNull(),
  updatedAt: at("updatedAt").notNull(),
});

export const session = sqliteTable("session", {
  id: text("id").primaryKey(),
  token: text("token").notNull().unique(),
  userId: text("userId")
    .notNull()
    .references(() => user.id, { onDelete: "cascade" }),
  expiresAt: at("expiresAt").notNull(),
  ipAddress: text("ipAddress"),
  userAgent: text("userAgent"),
  createdAt: at("createdAt").notNull(),
  updatedAt: at("updatedAt").notNull(),
});

export const account = sqliteTable("account", {
  id: text("id").primaryKey(),
  accountId: text("accountId").notNull(),
  providerId: text("providerId").notNull(),
  userId: text("userId")
    .notNull()
    .references(() => user.id, { onDelete: "cascade" }),
  accessToken: text("accessToken"),
  refreshToken: text("refreshToken"),
  idToken: text("idToken"),
  accessTokenExpiresAt: at("accessTokenExpiresAt"),
  refreshTokenExpiresAt: at("refreshTokenExpiresAt"),
  scope: text("scope"),
  password: text("password"),
  createdAt: at("createdAt").notNull(),
  updatedAt: at("updatedAt").notNull(),
});

export const verification = sqliteTable("verification", {
  id: text("id").primaryKey(),
  identifier: text("identifier").notNull(),
  value: text("value").notNull(),
  expiresAt: at("expiresAt").notNull(),
  createdAt: at("createdAt").notNull(),
  updatedAt: at("updatedAt").notNull(),
});

/** The hash of the one-time link's token while no administrator exists. At most one row. */
export const setupToken = sqliteTable("setup_token", {
  hash: text("hash").primaryKey(),
  createdAt: at("created_at").notNull(),
});
