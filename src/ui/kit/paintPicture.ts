/** A picture's SVG as the dots of a canvas. An image sees no font of the page: the picture brings its own along. */

import normal from "../../export/canvas/fonts/open-sans-400.woff2?url";
import bold from "../../export/canvas/fonts/open-sans-700.woff2?url";
import type { Paint } from "../../export/form";

export const paintPicture: Paint = async (svg, dots) => {
  const faces = await Promise.all([faceOf(normal, 400), faceOf(bold, 700)]);
  const whole = svg.replace("<title>", `<style>${faces.join("")}</style><title>`);
  const address = URL.createObjectURL(new Blob([whole], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(image.naturalWidth * dots);
    canvas.height = Math.round(image.naturalHeight * dots);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (png === null) throw new Error("The browser gave no picture of the canvas.");
    return new Uint8Array(await png.arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
};

/** A font inside a style sheet; without one that cannot be fetched the picture is in a font of the system. */
async function faceOf(address: string, weight: number): Promise<string> {
  const found = await fetch(address).catch(() => null);
  if (found?.ok !== true) return "";
  const bytes = new Uint8Array(await found.arrayBuffer());
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return `@font-face{font-family:"Open Sans";font-weight:${weight};src:url(data:font/woff2;base64,${btoa(text)})}`;
}
