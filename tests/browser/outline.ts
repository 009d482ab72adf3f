// The accessibility tree of a page, made short: what can be reached and pressed, not every sentence.

interface Node {
  line: string;
  children: Node[];
}

/** So many of a kind are told one after the other; what follows is counted. */
const SHOWN = 3;
/** So long a name is told; what follows is words, and words change. */
const LETTERS = 40;

/** The outline of a tree as Playwright writes it. */
export function outline(snapshot: string): string {
  return written(pruned(parsed(snapshot.split("\n"))), "").join("\n");
}

/** The tree of lines, by their indentation. */
function parsed(lines: string[]): Node[] {
  const root: Node = { line: "", children: [] };
  const open: Node[] = [root];
  for (const line of lines.filter((line) => line.trim() !== "")) {
    const depth = (line.length - line.trimStart().length) / 2;
    const node = { line: unquoted(line.trim().replace(/^- /, "")), children: [] };
    open.length = depth + 1;
    open.at(-1)?.children.push(node);
    open.push(node);
  }
  return root.children;
}

/** A name with a colon stands in quotes of YAML. */
const unquoted = (line: string): string => line.replace(/^'((?:[^']|'')*)'/, (_, quoted: string) => quoted.replaceAll("''", "'"));

const role = (node: Node): string => /^[\w/]+/.exec(node.line)?.[0] ?? "";

/** Without plain text, addresses, and what stands for neither a name nor a state. */
function pruned(nodes: Node[]): Node[] {
  return nodes
    .filter((node) => !["text", "/url", "emphasis"].includes(role(node)))
    .flatMap((node) => {
      const children = pruned(node.children);
      const isBare = ["paragraph", "generic", "strong", "term", "definition"].includes(role(node));
      return isBare ? children : [{ line: shortened(node.line), children }];
    });
}

/** Role, name and state, without the words that stand there. */
function shortened(line: string): string {
  const [told = ""] = /^[\w/]+( "(?:[^"\\]|\\.)*")?( \[[^\]]+\])*/.exec(line) ?? [];
  return told.replace(/"((?:[^"\\]|\\.)*)"/, (_, name: string) => {
    const letters = Array.from(name);
    return `"${letters.length > LETTERS ? `${letters.slice(0, LETTERS).join("")}…` : name}"`;
  });
}

function written(nodes: Node[], indent: string): string[] {
  const lines: string[] = [];
  for (let place = 0; place < nodes.length; ) {
    const first = nodes[place] as Node;
    let end = place;
    while (end < nodes.length && role(nodes[end] as Node) === role(first)) end += 1;
    for (const node of nodes.slice(place, Math.min(end, place + SHOWN)))
      lines.push(`${indent}- ${node.line}`, ...written(node.children, `${indent}  `));
    if (end - place > SHOWN) lines.push(`${indent}- … ${end - place - SHOWN} more: ${role(first)}`);
    place = end;
  }
  return lines;
}
