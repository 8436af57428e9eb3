import { describe, expect, it } from "vitest";
import { imageUris } from "../../testing/fixtures";
import { type Aspect, chooseImage } from "./chooseImage";
import { imageInWords, readImage } from "./readImage";
import { unpackTable } from "./table";
import { uriOf } from "./uri";

const table = unpackTable();
const words = (uri: string) => {
  const read = readImage(table, uri);
  return read === null ? null : imageInWords(read);
};

describe("AWS's images", () => {
  it("are composed as the SDK composes them", () => {
    const { cases } = imageUris();
    expect(cases.length).toBeGreaterThan(300);
    // What the SDK of the cases had, and the newer table has no more.
    const gone = [
      "huggingface-vllm-inference-neuronx:0.10.2-inf2",
      "huggingface-pytorch-inference-neuronx:2.7.1-transformers4.55.4",
    ];
    const still = cases.filter(({ uri }) => !gone.some((one) => uri.includes(one)));
    expect(cases.length - still.length).toBe(gone.length);
    expect(still.map(({ uri, ...picks }) => ({ ...picks, uri: chooseImage(table, picks).uri }))).toEqual(still);
  });

  it("are all found again by their URIs, in every region", () => {
    let count = 0;
    for (const image of table.images) {
      for (const region of image.accounts.keys()) {
        const uri = uriOf(image, region) ?? "";
        const read = readImage(table, uri);
        count += 1;
        if (read?.kind !== "known" || uriOf(read.image, read.region) !== uri) throw new Error(`${uri} is not found`);
      }
    }
    expect(count).toBeGreaterThan(40_000);
  });

  it("are each reached by choices", () => {
    const unreached = table.images.filter((image) => {
      const [use] = image.uses;
      const { framework, version, base, device, python } = image;
      const [region = ""] = image.accounts.keys();
      const picks = { framework, version, base, device, python, region, ...(use !== undefined && { use }) };
      return chooseImage(table, picks).uri !== uriOf(image, region);
    });
    expect(unreached).toEqual([]);
  });
});

describe("an image in words", () => {
  it.each([
    ["141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-xgboost:1.7-1", "XGBoost 1.7-1, eu-west-1"],
    [
      "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3",
      "scikit-learn 1.2-1, us-east-1",
    ],
    [
      "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.1.0-gpu-py310",
      "PyTorch 2.1.0 for training, GPU, Python 3.10, us-east-1",
    ],
    [
      "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.1.0-gpu-py310-cu121-ubuntu20.04-sagemaker",
      "PyTorch 2.1.0-gpu-py310-cu121-ubuntu20.04-sagemaker, us-east-1",
    ],
    [
      "763104351884.dkr.ecr.us-west-2.amazonaws.com/huggingface-pytorch-training:2.0.0-transformers4.28.1-gpu-py310-cu118-ubuntu20.04",
      "Hugging Face 4.28.1 with PyTorch 2.0.0 for training, GPU, Python 3.10, us-west-2",
    ],
    ["450853457545.dkr.ecr.cn-north-1.amazonaws.com.cn/sagemaker-xgboost:1.5-1", "XGBoost 1.5-1, cn-north-1"],
    [
      "683313688378.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-xgboost:1.7-1",
      "XGBoost, but AWS has it in eu-west-1 under the account 141502667606",
    ],
    ["111122223333.dkr.ecr.eu-west-1.amazonaws.com/mine:1", null],
    ["111122223333.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-xgboost:1.7-1", null],
    ["python:3.12", null],
    ["", null],
  ])("%s", (uri, said) => {
    expect(words(uri)).toBe(said);
  });
});

describe("choosing an image", () => {
  const options = (picks: Partial<Record<Aspect, string>>, aspect: Aspect) =>
    chooseImage(table, picks)
      .choices.find((choice) => choice.aspect === aspect)
      ?.options.map(({ value }) => value);

  it("asks for the framework first, and then for what there is to choose", () => {
    expect(chooseImage(table, {}).choices.map(({ aspect }) => aspect)).toEqual(["framework"]);
    const { choices, uri } = chooseImage(table, {
      framework: "pytorch",
      use: "training",
      version: "2.1.0",
      device: "gpu",
    });
    expect(choices.map(({ aspect, value }) => [aspect, value])).toEqual([
      ["framework", "pytorch"],
      ["use", "training"],
      ["version", "2.1.0"],
      ["device", "gpu"],
      ["region", null],
    ]);
    expect(uri).toBeNull();
  });

  it("has the newest version first", () => {
    const versions = options({ framework: "xgboost", use: "training" }, "version") ?? [];
    expect(versions.indexOf("1.7-1")).toBeLessThan(versions.indexOf("1.2-1"));
    expect(versions.at(-1)).toBe("latest");
  });

  it("never takes another region than the one that was chosen", () => {
    const picks = { framework: "lda", region: "me-south-1" };
    const { uri, choices } = chooseImage(table, picks);
    expect(uri).toBeNull();
    expect(choices.at(-1)).toMatchObject({ aspect: "region", value: null });
    expect(chooseImage(table, { ...picks, region: "eu-west-1" }).uri).toMatch(
      /\.dkr\.ecr\.eu-west-1\.amazonaws\.com\/lda:1$/,
    );
  });
});
