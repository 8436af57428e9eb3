import type { OutputType } from "./values";

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ""));

/** Functions and methods of the two languages' own libraries, by their last name, that give a value of one type whatever they get. */
const givers: ReadonlyMap<OutputType | "list", ReadonlySet<string>> = new Map<OutputType | "list", ReadonlySet<string>>(
  [
    [
      "String",
      words(`str repr format ascii chr hex bin oct String toString toISOString toJSON toFixed toPrecision toLocaleString
      toLocaleDateString toLocaleTimeString toUTCString toDateString isoformat strftime ctime strip lstrip rstrip lower upper title
      capitalize casefold swapcase zfill ljust rjust center removeprefix removesuffix expandtabs translate trim trimStart trimEnd
      toLowerCase toUpperCase padStart padEnd repeat replace replaceAll join charAt substring substr getenv hexdigest decode
      randomUUID encodeURIComponent decodeURIComponent encodeURI basename dirname urljoin quote quote_plus unquote urlencode
      format_exc token_hex as_posix getvalue dedent input generate_presigned_url getSignedUrl as_uri joinpath`),
    ],
    [
      "Integer",
      words(`len int ord hash count find rfind index rindex indexOf lastIndexOf findIndex parseInt floor ceil trunc time_ns getTime
      bit_length randint randrange randInt getrandbits codePointAt charCodeAt get_remaining_time_in_millis getRemainingTimeInMillis
      getFullYear getMonth getDate getHours byteLength getsize`),
    ],
    [
      "Float",
      words(`float parseFloat time perf_counter monotonic total_seconds timestamp sqrt cbrt log log2 log10 log1p exp random uniform
      fsum mean fmean median stdev pstdev variance sin cos tan atan2 hypot`),
    ],
    [
      "Boolean",
      words(`bool isinstance issubclass callable hasattr all any startswith endswith isdigit isalpha isalnum isnumeric isdecimal
      isspace islower isupper isidentifier exists isfile isdir is_file is_dir startsWith endsWith includes isArray isInteger
      isSafeInteger isFinite isNaN some every has test Boolean hasOwnProperty hasOwn existsSync issubset issuperset isdisjoint
      isclose isnan isinf equals`),
    ],
    [
      "list",
      words(`list tuple set frozenset sorted reversed range zip enumerate filter keys values split rsplit splitlines findall glob
      listdir matchAll entries concat flat flatMap sort reverse toSorted toReversed fill map iterdir listdir`),
    ],
  ],
);

/** What a call of that name gives; null where the name does not say it. */
export function typeGivenBy(name: string): OutputType | "list" | null {
  for (const [type, names] of givers) if (names.has(name)) return type;
  return null;
}

const members: ReadonlyMap<string, OutputType> = new Map<string, OutputType>([
  ["length", "Integer"],
  ["size", "Integer"],
  ["status_code", "Integer"],
  ["statusCode", "Integer"],
  ["microseconds", "Integer"],
  ["aws_request_id", "String"],
  ["awsRequestId", "String"],
  ["function_name", "String"],
  ["functionName", "String"],
  ["function_version", "String"],
  ["functionVersion", "String"],
  ["invoked_function_arn", "String"],
  ["invokedFunctionArn", "String"],
  ["log_stream_name", "String"],
  ["log_group_name", "String"],
  ["logStreamName", "String"],
  ["logGroupName", "String"],
  ["__name__", "String"],
  ["message", "String"],
  ["stack", "String"],
]);

/** What a member of that name is, of whatever it is a member. */
export function typeOfMember(name: string): OutputType | null {
  return members.get(name) ?? null;
}

/** What a name with dots is that the file does not define. */
export function typeOfPath(path: readonly string[]): OutputType | null {
  const parents = path.slice(0, -1);
  if (parents.at(-1) === "environ" || (parents.at(-1) === "env" && parents.at(-2) === "process")) return "String";
  if (parents.at(-1) === "HTTPStatus" || parents.at(-2) === "HTTPStatus") return "Integer";
  if (parents.at(-1)?.toLowerCase() === "math") return "Float";
  return null;
}
