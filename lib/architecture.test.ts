import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "..");

type Import = { target: string; typeOnly: boolean };
type Source = { file: string; text: string; imports: Import[] };

const isTest = (file: string) => /\.(test|arbitrary)\.tsx?$|\/testing\.ts$/.test(file);

function walk(dir: string): string[] {
  return readdirSync(path.join(root, dir), { withFileTypes: true }).flatMap((entry) => {
    const file = `${dir}/${entry.name}`;
    if (entry.isDirectory()) return walk(file);
    return /\.tsx?$/.test(entry.name) ? [file] : [];
  });
}

const files = [
  ...["app", "components", "lib", "db"].flatMap(walk),
  "instrumentation.ts",
  "instrumentation-node.ts",
];
const known = new Set(files);

/** A file of ours by its path from the root, anything else by its package's name. */
function resolve(from: string, specifier: string): string {
  if (!specifier.startsWith(".") && !specifier.startsWith("@/"))
    return specifier.startsWith("node:")
      ? specifier
      : specifier
          .split("/")
          .slice(0, specifier[0] === "@" ? 2 : 1)
          .join("/");
  const base = specifier.startsWith("@/")
    ? specifier.slice(2)
    : path.posix.join(path.posix.dirname(from), specifier);
  const candidates = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`];
  return candidates.find((candidate) => known.has(candidate)) ?? base;
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?[^"';]*?from\s+"([^"]+)"|(?:^|\n)import\s+"([^"]+)"|import\(\s*"([^"]+)"\s*\)/g;

function read(file: string): Source {
  const text = readFileSync(path.join(root, file), "utf8");
  const imports = [...text.matchAll(IMPORT)].map((match) => ({
    target: resolve(file, match[2] ?? match[3] ?? match[4] ?? ""),
    typeOnly: Boolean(match[1]),
  }));
  return { file, text, imports };
}

const everything = files.map(read);
const product = everything.filter(({ file }) => !isTest(file));

const isPackage = (target: string) => !/^(app|components|lib|db|e2e|scripts)\//.test(target);
const PURE = /^lib\/(filter-policy|catalog|coverage)\//;

/** Who may import whom, by path. The first row that fits a file rules it; packages are named where limited. */
const RULES: { who: string; from: RegExp; may: RegExp }[] = [
  { who: "the filter-policy library", from: /^lib\/filter-policy\//, may: /^lib\/filter-policy\// },
  {
    who: "the coverage library",
    from: /^lib\/coverage\//,
    may: /^lib\/(coverage|catalog|filter-policy)\//,
  },
  { who: "the catalog", from: /^lib\/catalog\//, may: /^lib\/(catalog|filter-policy)\// },
  { who: "the embedded AWS", from: /^lib\/local-aws\//, may: /^(lib\/local-aws\/|node:)/ },
  {
    who: "the AWS border",
    from: /^lib\/aws\//,
    may: /^(lib\/aws\/|lib\/(env|errors)\.ts$|@aws-sdk\/|server-only$)/,
  },
  {
    who: "the database",
    from: /^db\//,
    may: /^(db\/|lib\/[^/]+\/constants\.ts$|lib\/catalog\/|drizzle-orm$|better-sqlite3$|node:|server-only$)/,
  },
  {
    who: "a component without domain words",
    from: /^components\/(ui|layout|forms)\//,
    may: /^(components\/(ui|layout|forms)\/|lib\/actions\/result\.ts$|(?!@aws-sdk|drizzle|better-)[@a-z][^/]*(\/[^/]+)?$)/,
  },
  {
    who: "a component of a noun",
    from: /^components\//,
    may: /^(components\/|lib\/(filter-policy|catalog|coverage)\/|lib\/[^/]+\/(?!service|queries|loaders)((export|import)\/)?[^/]+$|(?!@aws-sdk|drizzle|better-)[@a-z][^/]*(\/[^/]+)?$)/,
  },
  {
    who: "a route handler",
    from: /^app\/.*\/route\.ts$/,
    may: /^(lib\/|db\/client\.ts$|[@a-z][^/]*(\/[^/]+)?$)/,
  },
  {
    who: "a page",
    from: /^app\//,
    may: /^(app\/|components\/|lib\/(filter-policy|catalog|coverage)\/|lib\/[^/]+\/(?!service|queries)[^/]+$|(?!@aws-sdk|drizzle|better-)[@a-z][^/]*(\/[^/]+)?$)/,
  },
];

describe("imports go one way", () => {
  test.each(RULES)("$who imports only what it may", ({ from, may }) => {
    const governed = product.filter(
      ({ file }) => from.test(file) && RULES.find((r) => r.from.test(file))?.from === from,
    );
    const broken = governed.flatMap(({ file, imports }) =>
      imports.filter((i) => !i.typeOnly && !may.test(i.target)).map((i) => `${file} -> ${i.target}`),
    );
    expect(governed.length).toBeGreaterThan(0);
    expect(broken).toEqual([]);
  });

  test("only the start-up starts the embedded AWS", () => {
    const users = product.filter(
      ({ file, imports }) =>
        !file.startsWith("lib/local-aws/") && imports.some((i) => i.target.startsWith("lib/local-aws/")),
    );
    expect(users.map(({ file }) => file)).toEqual(["instrumentation-node.ts"]);
  });

  test("SDK types stop at lib/aws", () => {
    const users = product.filter(({ imports }) => imports.some((i) => i.target.startsWith("@aws-sdk/")));
    expect(users.map(({ file }) => file).filter((file) => !file.startsWith("lib/aws/"))).toEqual([]);
  });

  test("SQL stays in db, queries, services, leases and sign-in", () => {
    const users = product.filter(({ imports }) => imports.some((i) => i.target === "drizzle-orm"));
    const home = /^(db\/|lib\/[^/]+\/(queries\.ts|service\.ts|service\/)|lib\/jobs\/lease\.ts)/;
    expect(users.map(({ file }) => file).filter((file) => !home.test(file))).toEqual([]);
  });

  test("no file imports itself by a detour", () => {
    const graph = new Map(
      product.map(({ file, imports }) => [file, imports.filter((i) => !i.typeOnly && known.has(i.target))]),
    );
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, trail: string[]) => {
      if (trail.includes(file)) {
        cycles.push([...trail.slice(trail.indexOf(file)), file].join(" -> "));
        return;
      }
      if (done.has(file)) return;
      for (const { target } of graph.get(file) ?? []) visit(target, [...trail, file]);
      done.add(file);
    };
    for (const file of graph.keys()) visit(file, []);
    expect(cycles).toEqual([]);
  });
});

describe("what runs where", () => {
  test("server files say so", () => {
    const server =
      /^(lib\/[^/]+\/(queries|service|loaders)\.ts|lib\/[^/]+\/service\/|lib\/(aws|jobs)\/|db\/client)/;
    const silent = product.filter(
      ({ file, text }) =>
        server.test(file) && !/lib\/aws\/(arn|ports)/.test(file) && !text.startsWith('import "server-only"'),
    );
    expect(silent.map(({ file }) => file)).toEqual([]);
  });

  test("client files import nothing of the server", () => {
    const client = product.filter(({ text }) => /^["']use client["']/.test(text));
    const server =
      /^(db\/|lib\/(aws|local-aws|jobs)\/|lib\/[^/]+\/(queries|service|loaders|session|better-auth))/;
    const broken = client.flatMap(({ file, imports }) =>
      imports.filter((i) => !i.typeOnly && server.test(i.target)).map((i) => `${file} -> ${i.target}`),
    );
    expect(client.length).toBeGreaterThan(0);
    expect(broken).toEqual([]);
  });

  test("ids are made in client files: the server counts anew for each answer, and one page holds several", () => {
    const making = product.filter(({ text }) => text.includes("useId("));
    expect(making.length).toBeGreaterThan(0);
    const server = making.filter(({ text }) => !/^["']use client["']/.test(text));
    expect(server.map(({ file }) => file)).toEqual([]);
  });

  test("every server action is made by defineAction, which checks who and whether", () => {
    const actions = product.filter(({ text }) => /^["']use server["']/.test(text));
    const unmade = actions.flatMap(({ file, text }) =>
      [...text.matchAll(/\nexport (?!type )(.*)/g)]
        .map((match) => match[1] ?? "")
        .filter(
          (line) =>
            !/^const \w+Action = define(Public)?Action\($|^const \w+Action = define(Public)?Action\(\{/.test(
              line,
            ),
        )
        .map((line) => `${file}: ${line}`),
    );
    expect(actions.length).toBeGreaterThan(0);
    expect(unmade).toEqual([]);
  });

  test("every route is guarded: by a gate of lib/actions, or open to all on purpose", () => {
    const open = ["app/api/auth/[...all]/route.ts", "app/api/v1/openapi.json/route.ts"];
    const METHOD = /^export (?:async )?(?:const|function) (?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b.*$/gm;
    const unguarded = product.filter(({ file, text }) => {
      if (!/\/route\.ts$/.test(file)) return false;
      const methods = text.match(METHOD) ?? [];
      return (
        methods.length === 0 ||
        methods.some((line) => !/ = define(Topic|Api|Console|Public)Route\(/.test(line))
      );
    });
    expect(unguarded.map(({ file }) => file).sort()).toEqual(open);
  });

  test("every loader asks who before it reads", () => {
    const loaders = product.filter(({ file }) => /^lib\/[^/]+\/loaders\.ts$/.test(file));
    const open = loaders.flatMap(({ file, text }) =>
      text
        .split(/\n(?=export )/)
        .filter((part) => /^export (async )?(function|const) load/.test(part))
        .filter((part) => !/requireActor\(|currentActor\(/.test(part))
        .map((part) => `${file}: ${part.split("\n")[0]}`),
    );
    expect(loaders.length).toBeGreaterThan(0);
    expect(open).toEqual([]);
  });

  test("only env.ts reads the environment", () => {
    const readers = product.filter(({ text }) => /process\.env/.test(text)).map(({ file }) => file);
    expect(readers.filter((file) => file !== "lib/env.ts" && file !== "instrumentation.ts")).toEqual([]);
  });
});

describe("files stay findable", () => {
  test("no drawer names", () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|misc|common)(\.|\/)/.test(file))).toEqual([]);
  });

  test("file names are kebab-case", () => {
    const odd = files.filter((file) => !/^[a-z0-9.-]+$/.test(path.basename(file)));
    expect(odd).toEqual([]);
  });

  test("no file is longer than 300 lines", () => {
    const long = product
      .filter(
        ({ file, text }) => !/\/(cases|samples|migrations)\//.test(file) && text.split("\n").length > 301,
      )
      .map(({ file }) => file);
    expect(long).toEqual([]);
  });

  test("pages are short: what they show is a component's matter", () => {
    const long = product
      .filter(({ file, text }) => /\/page\.tsx$/.test(file) && text.split("\n").length > 81)
      .map(({ file }) => file);
    expect(long).toEqual([]);
  });

  test("pure libraries touch neither clock nor chance", () => {
    const impure = product.filter(
      ({ file, text }) =>
        PURE.test(file) && /\b(Date\.now|new Date\(\)|Math\.random|performance\.now)\b/.test(text),
    );
    expect(impure.map(({ file }) => file)).toEqual([]);
  });

  test("every import of ours exists", () => {
    const missing = everything.flatMap(({ file, imports }) =>
      imports
        .filter((i) => !isPackage(i.target) && /\.tsx?$|^[^.]+$/.test(i.target) && !known.has(i.target))
        .map((i) => `${file} -> ${i.target}`),
    );
    expect(missing).toEqual([]);
  });
});
