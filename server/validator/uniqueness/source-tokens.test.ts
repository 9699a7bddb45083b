import { describe, expect, test } from "vitest";

import { sourceTokens } from "./source-tokens.ts";

const lex = (path: string, content: string) => sourceTokens([{ path, content }])[0] ?? { tokens: [], texts: [] };
const tsx = (content: string) => lex("index.tsx", content).tokens.join(" ");
const html = (content: string) => lex("index.html", content).tokens.join(" ");
const css = (content: string) => lex("a.css", content).tokens.join(" ");

describe("what an author changes for nothing changes no token", () => {
  test.each([
    ["names", "const total = price + tip;", "const zq = a1 + b_2;"],
    ["white space", "if(a){b()}", "if ( a )\n{\n  b( )\n}"],
    ["comments", "let a = 1; // one\n/* two */ b();", "let a = 1;\nb();"],
    ["strings and their quotes", 'say("hello")', "say('goodbye, all')"],
    ["numbers", "x = 3 + 0.5e3", "x = 0xff + 12"],
    ["the kind of declaration", "const a = 1", "var a = 1"],
    ["strictness of comparison", "a === b && c !== d", "a == b && c != d"],
    ["semicolons and trailing commas", "f(a, b,); g()", "f(a, b)\ng()"],
    ["text between tags", "return <p>Split the bill for 3</p>", "return <p>Pay if in doubt, else return</p>"],
    ["classes", 'return <p className="text-red-500 p-2">x</p>', 'return <p className="text-sky-100">x</p>'],
    ["names of components", "return <Row {...a} />", "return <Line {...b} />"],
    ["patterns", "a = /x[/]+\\/y/g.test(b)", "a = /z/.test(b)"],
  ])("%s", (_name, a, b) => {
    expect(tsx(a)).toBe(tsx(b));
    expect(tsx(a)).not.toBe("");
  });

  test("selectors, values and the order of declarations", () => {
    expect(css(".card:hover { color: red; margin: 0 }")).toBe(css("#a b:hover{margin:4px 2rem;color:rgb(1,2,3)}"));
  });

  test("attributes' values and the case of tags", () => {
    expect(html('<DIV class="a" data-x="1">one</DIV>')).toBe(html("<div class='b c' data-other=2>two words</div>"));
  });
});

describe("how an interface is built shows", () => {
  test.each([
    ["other calls", "a.map(b)", "a.filter(b)"],
    ["other operators", "a + b", "a - b"],
    ["other elements", "return <ul><li>a</li></ul>", "return <p><b>a</b></p>"],
    ["other handlers", "return <a onClick={b} />", "return <a onBlur={b} />"],
    ["other statements", "if (a) b()", "while (a) b()"],
  ])("%s", (_name, a, b) => expect(tsx(a)).not.toBe(tsx(b)));

  test("other properties of a style sheet", () => expect(css("a{color:red}")).not.toBe(css("a{margin:0}")));
});

describe("code, tags and text are told apart", () => {
  test.each([
    ["a type argument is no tag", "useState<number>(1)", "useState < i > ( n )"],
    ["a comparison is no tag", "a < b", "i < i"],
    ["a division is no pattern", "a / b / c", "i / i / i"],
    ["a pattern after a bracket", "f(/a'b/)", "i ( r )"],
    ["code within text", "return <p>Hi {name}!</p>", "return <p > t { i } t >"],
    ["an element within code within an element", "return <p>{a && <b>x</b>}y</p>", "return <p > { i && <b > t > } t >"],
    ["an element without content", "return <p><br />x</p>", "return <p > <br > t >"],
    ["code within a template", "`a ${b ? `c` : d} e`", "` s ${ i ? ` s ` : i } s `"],
    [
      "an arrow within an attribute",
      "return <a onClick={() => f(1 > 0)}>x</a>",
      "return <a onclick { ( ) => i ( n > n ) } > t >",
    ],
    ["a style sheet within a template", "const c = `a { color: red }`", "let i = ` s { color } `"],
  ])("%s", (_name, code, tokens) => expect(tsx(code)).toBe(tokens));

  test("scripts and style sheets within a document are read by their own rules", () => {
    const page = "<style>a{color:red}</style><p>if</p><script>if (a < b) c(`</p>`)</script>after";
    expect(html(page)).toBe("<style > s { color } > <p > t > <script > if ( i < i ) i ( ` s ` ) > t");
  });

  test("letters that change their length in lower case do not move the end of a script", () => {
    expect(html(`<p>${"İ".repeat(20)}</p><script>a()</script><b>x</b>`)).toBe("<p > t > <script > i ( ) > <b > t >");
  });
});

test("texts are what people read, not names of classes and elements", () => {
  const { texts } = lex(
    "index.tsx",
    'const box = "grid size-9 hover:bg-slate-700"; const say = "Add a person"; return <p id="x" aria-label="Total of all">Left over {n}</p>',
  );
  expect(texts).toEqual(["Add a person", "Total of all", "Left over"]);
});

describe("whatever is given is read to its end", () => {
  const MANY = 60_000;
  test.each([
    ["elements nested too deep for a call stack", "return " + "<div>".repeat(MANY)],
    ["braces without an end", "{".repeat(MANY)],
    ["braces without a beginning", "}".repeat(MANY)],
    ["templates within templates", "`${".repeat(MANY)],
    ["a comment without an end", "/*".repeat(MANY)],
    ["a string without an end", '"'.repeat(MANY + 1)],
    ["slashes and brackets", "(/[".repeat(MANY)],
    ["quotes within a tag", "return <a " + "'\"=".repeat(MANY)],
    ["style sheets that are none", "`{:" + "{(:".repeat(MANY) + "}`"],
    ["lone surrogates", "\ud800 = \udc00".repeat(MANY)],
  ])("%s", (_name, content) => {
    for (const path of ["index.tsx", "index.html", "a.css"]) expect(lex(path, content).tokens.length).toBeLessThan(1e6);
  });
});
