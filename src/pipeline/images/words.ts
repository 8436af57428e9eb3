import { lookup } from "../definition/byName";

/** Names whose spelling no rule gives. */
const titles: Readonly<Record<string, string>> = {
  autogluon: "AutoGluon",
  blazingtext: "BlazingText",
  clarify: "SageMaker Clarify",
  "coach-mxnet": "Coach (MXNet)",
  "coach-tensorflow": "Coach (TensorFlow)",
  "data-wrangler": "Data Wrangler",
  "djl-deepspeed": "DJL DeepSpeed",
  "djl-fastertransformer": "DJL FasterTransformer",
  "djl-lmi": "DJL Large Model Inference",
  "djl-neuronx": "DJL NeuronX",
  "djl-tensorrtllm": "DJL TensorRT-LLM",
  "forecasting-deepar": "DeepAR",
  huggingface: "Hugging Face",
  ipinsights: "IP Insights",
  kmeans: "K-Means",
  knn: "K-Nearest Neighbors",
  lda: "LDA",
  mxnet: "MXNet",
  ntm: "Neural Topic Model",
  object2vec: "Object2Vec",
  pca: "PCA",
  pytorch: "PyTorch",
  "pytorch-amzn2023": "PyTorch on Amazon Linux 2023",
  "pytorch-smp": "PyTorch with model parallelism",
  randomcutforest: "Random Cut Forest",
  "sagemaker-base-python": "SageMaker base Python",
  "sagemaker-distribution": "SageMaker Distribution",
  "sagemaker-geospatial": "SageMaker geospatial",
  "sagemaker-tritonserver": "Triton Inference Server",
  seq2seq: "Sequence-to-Sequence",
  sklearn: "scikit-learn",
  "sparkml-serving": "SparkML Serving",
  stabilityai: "Stability AI",
  tensorflow: "TensorFlow",
  vw: "Vowpal Wabbit",
  whisperx: "WhisperX",
  xgboost: "XGBoost",
};

const words: Readonly<Record<string, string>> = {
  huggingface: "Hugging Face",
  pytorch: "PyTorch",
  tensorflow: "TensorFlow",
  mxnet: "MXNet",
  xgboost: "XGBoost",
  llm: "LLM",
  llamacpp: "llama.cpp",
  sglang: "SGLang",
  vllm: "vLLM",
  tei: "text embeddings",
  cpu: "CPU",
  cpp: "C++",
  neuron: "Neuron",
  neuronx: "NeuronX",
  arm64: "Arm64",
  ai: "AI",
};

/** The name of a framework or algorithm as people write it. */
export function titleOf(framework: string): string {
  const title = lookup(titles, framework);
  if (title !== undefined) return title;
  const said = framework.split("-").map((word) => lookup(words, word) ?? word);
  const all = said.join(" ");
  return all.charAt(0).toUpperCase() + all.slice(1);
}

const devices: Readonly<Record<string, string>> = {
  cpu: "CPU",
  gpu: "GPU",
  inf: "Inferentia",
  trn: "Trainium",
  neuron: "Neuron",
  eia: "Elastic Inference",
};

export function deviceTitle(device: string): string {
  return lookup(devices, device) ?? `ml.${device}`;
}

const usesInWords: Readonly<Record<string, string>> = {
  eia: "inference with Elastic Inference",
  inference_graviton: "inference on Graviton",
};

export function titleOfUse(use: string): string {
  return lookup(usesInWords, use) ?? use.replaceAll(/[_-]/g, " ");
}

/** "pytorch2.1.0" → "PyTorch 2.1.0". */
export function baseTitle(base: string): string {
  const [, framework = base, version = ""] = /^([a-z]+)(.*)$/.exec(base) ?? [];
  return `${titleOf(framework)} ${version}`.trim();
}

/** "py310" → "3.10". */
export function pythonTitle(python: string): string {
  const [, major, minor = ""] = /^(?:py)?(\d)(\d*)$/.exec(python) ?? [];
  return major === undefined ? python : minor === "" ? major : `${major}.${minor}`;
}
