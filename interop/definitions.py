"""The reference scenario: a Lambda step's output feeds a Training step, whose artifacts feed a Model step."""

import json

image = "141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-xgboost:1.7-1"
sagemaker_role = "arn:aws:iam::111122223333:role/SageMakerRole"

preprocess = {
    "Name": "Preprocess",
    "Type": "Lambda",
    "Arguments": {"bucket": {"Get": "Parameters.Bucket"}, "prefix": "churn"},
    "FunctionArn": "arn:aws:lambda:eu-west-1:111122223333:function:preprocess",
    "OutputParameters": [
        {"OutputName": "statusCode", "OutputType": "Integer"},
        {"OutputName": "body", "OutputType": "String"},
        {"OutputName": "train_path", "OutputType": "String"},
    ],
}
train = {
    "Name": "Train",
    "Type": "Training",
    "Arguments": {
        "AlgorithmSpecification": {"TrainingImage": image, "TrainingInputMode": "File"},
        "OutputDataConfig": {"S3OutputPath": "s3://my-bucket/models"},
        "ResourceConfig": {"InstanceType": "ml.m5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 30},
        "StoppingCondition": {"MaxRuntimeInSeconds": 3600},
        "RoleArn": sagemaker_role,
        "InputDataConfig": [
            {
                "ChannelName": "train",
                "ContentType": "text/csv",
                "DataSource": {
                    "S3DataSource": {
                        "S3DataType": "S3Prefix",
                        "S3DataDistributionType": "FullyReplicated",
                        "S3Uri": {"Get": "Steps.Preprocess.OutputParameters['train_path']"},
                    }
                },
            }
        ],
    },
}
create_model = {
    "Name": "CreateModel",
    "Type": "Model",
    "Arguments": {
        "ExecutionRoleArn": sagemaker_role,
        "PrimaryContainer": {"Image": image, "ModelDataUrl": {"Get": "Steps.Train.ModelArtifacts.S3ModelArtifacts"}},
    },
}
bucket = {"Name": "Bucket", "Type": "String", "DefaultValue": "my-bucket"}


def definition(*steps, parameters=(bucket,)) -> str:
    return json.dumps({"Version": "2020-12-01", "Metadata": {}, "Parameters": list(parameters), "Steps": list(steps)})


reference_scenario = definition(preprocess, train, create_model)
