/** What a `ModelTrainer` of version 3 is made of. */
import { filled, texts } from "./operands";
import { nested, type Shape, whole, wholeOrReference } from "./shapes3";

const shuffleConfig: Shape = { of: "ShuffleConfig", members: { Seed: ["seed", whole] } };

const s3DataSource: Shape = {
  of: "S3DataSource",
  members: {
    S3DataType: ["s3_data_type", filled],
    S3Uri: ["s3_uri", filled],
    "S3DataDistributionType?": ["s3_data_distribution_type", filled],
    "AttributeNames?": ["attribute_names", texts],
    "InstanceGroupNames?": ["instance_group_names", texts],
  },
};

const fileSystemDataSource: Shape = {
  of: "FileSystemDataSource",
  members: {
    FileSystemId: ["file_system_id", filled],
    FileSystemAccessMode: ["file_system_access_mode", filled],
    FileSystemType: ["file_system_type", filled],
    DirectoryPath: ["directory_path", filled],
  },
};

const dataSource: Shape = {
  of: "DataSource",
  members: {
    "S3DataSource?": ["s3_data_source", nested(s3DataSource)],
    "FileSystemDataSource?": ["file_system_data_source", nested(fileSystemDataSource)],
  },
};

export const channel: Shape = {
  of: "Channel",
  members: {
    ChannelName: ["channel_name", filled],
    DataSource: ["data_source", nested(dataSource)],
    "ContentType?": ["content_type", filled],
    "CompressionType?": ["compression_type", filled],
    "RecordWrapperType?": ["record_wrapper_type", filled],
    "InputMode?": ["input_mode", filled],
    "ShuffleConfig?": ["shuffle_config", nested(shuffleConfig)],
  },
};

export const compute: Shape = {
  of: "Compute",
  members: {
    InstanceType: ["instance_type", filled],
    InstanceCount: ["instance_count", wholeOrReference],
    VolumeSizeInGB: ["volume_size_in_gb", whole],
    "VolumeKmsKeyId?": ["volume_kms_key_id", filled],
    "KeepAlivePeriodInSeconds?": ["keep_alive_period_in_seconds", wholeOrReference],
  },
};

export const networking: Shape = {
  of: "Networking",
  members: { Subnets: ["subnets", texts], SecurityGroupIds: ["security_group_ids", texts] },
};

export const stoppingCondition: Shape = {
  of: "StoppingCondition",
  members: {
    MaxRuntimeInSeconds: ["max_runtime_in_seconds", whole],
    "MaxWaitTimeInSeconds?": ["max_wait_time_in_seconds", whole],
    "MaxPendingTimeInSeconds?": ["max_pending_time_in_seconds", whole],
  },
};

export const outputDataConfig: Shape = {
  of: "OutputDataConfig",
  members: {
    S3OutputPath: ["s3_output_path", filled],
    "KmsKeyId?": ["kms_key_id", filled],
    "CompressionType?": ["compression_type", filled],
  },
};

export const checkpointConfig: Shape = {
  of: "CheckpointConfig",
  members: { S3Uri: ["s3_uri", filled], "LocalPath?": ["local_path", filled] },
};

export const metricDefinition: Shape = {
  of: "MetricDefinition",
  members: { Name: ["name", filled], Regex: ["regex", filled] },
};

export const retryStrategy: Shape = {
  of: "RetryStrategy",
  members: { MaximumRetryAttempts: ["maximum_retry_attempts", whole] },
};

export const tag: Shape = { of: "Tag", members: { Key: ["key", filled], Value: ["value", filled] } };
