import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Markdown } from "./markdown";

const drawn = (text: string) => renderToStaticMarkup(<Markdown text={text} />);

describe("a note's Markdown", () => {
  it("has headings, paragraphs and lists", () => {
    expect(drawn("# Data\nfrom *S3*,\n**raw**\n\n- one\n- `two`\n\n1. first\n2. second")).toBe(
      "<strong>Data</strong><p>from <em>S3</em>,<br/><b>raw</b></p><ul><li>one</li><li><code>two</code></li></ul>" +
        "<ol><li>first</li><li>second</li></ol>",
    );
  });

  it("has links to the web, and no others", () => {
    expect(drawn("[docs](https://example.com/a?b=1)")).toContain('<a href="https://example.com/a?b=1"');
    expect(drawn("[x](javascript:alert(1))")).toBe("<p>[x](javascript:alert(1))</p>");
  });

  it("leaves all else as it was typed: names with underlines, stars, tags", () => {
    expect(drawn("2 * 3 * 4 = <b>24</b>")).toBe("<p>2 * 3 * 4 = &lt;b&gt;24&lt;/b&gt;</p>");
    expect(drawn("train_path and s3_uri")).toBe("<p>train_path and s3_uri</p>");
  });
});
