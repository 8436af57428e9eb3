"""Pipelines as people make them, with the SageMaker SDK that is installed: 2 or 3."""

from importlib.metadata import version

sdk = int(version("sagemaker").split(".")[0])
role = "arn:aws:iam::111122223333:role/SageMakerRole"
image = "141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-xgboost:1.7-1"


def make_pipeline(code):
    """Code that is uploaded, then a training, then a gate. `code` is a script on this computer. Nothing of AWS is configured but a region."""
    return _with_sdk_2(code) if sdk == 2 else _with_sdk_3(code)


def _with_sdk_2(code):
    import sagemaker
    from sagemaker.inputs import TrainingInput
    from sagemaker.processing import ProcessingOutput, ScriptProcessor
    from sagemaker.workflow.condition_step import ConditionStep
    from sagemaker.workflow.conditions import ConditionGreaterThan
    from sagemaker.workflow.fail_step import FailStep
    from sagemaker.workflow.parameters import ParameterInteger
    from sagemaker.workflow.pipeline import Pipeline
    from sagemaker.workflow.pipeline_context import PipelineSession
    from sagemaker.workflow.steps import ProcessingStep, TrainingStep

    session = PipelineSession()
    rows = ParameterInteger(name="Rows", default_value=100)
    processor = ScriptProcessor(
        image_uri=image, command=["python3"], role=role, instance_count=1, instance_type="ml.m5.large", sagemaker_session=session
    )
    prepare = ProcessingStep(
        name="Prepare",
        step_args=processor.run(code=str(code), outputs=[ProcessingOutput(output_name="train", source="/opt/ml/processing/train")]),
    )
    estimator = sagemaker.estimator.Estimator(
        image_uri=image, role=role, instance_count=1, instance_type="ml.m5.xlarge", sagemaker_session=session
    )
    uri = prepare.properties.ProcessingOutputConfig.Outputs["train"].S3Output.S3Uri
    train = TrainingStep(name="Train", step_args=estimator.fit({"train": TrainingInput(uri)}))
    gate = ConditionStep(
        name="EnoughRows",
        conditions=[ConditionGreaterThan(left=rows, right=10)],
        if_steps=[train],
        else_steps=[FailStep(name="TooFew", error_message="Too few rows")],
    )
    return Pipeline(name="churn-2", parameters=[rows], steps=[prepare, gate], sagemaker_session=session)


def _with_sdk_3(code):
    from sagemaker.core.processing import ScriptProcessor
    from sagemaker.core.shapes import ProcessingOutput, ProcessingS3Output
    from sagemaker.core.workflow.conditions import ConditionGreaterThan
    from sagemaker.core.workflow.parameters import ParameterInteger
    from sagemaker.core.workflow.pipeline_context import PipelineSession
    from sagemaker.mlops.workflow.condition_step import ConditionStep
    from sagemaker.mlops.workflow.fail_step import FailStep
    from sagemaker.mlops.workflow.pipeline import Pipeline
    from sagemaker.mlops.workflow.steps import ProcessingStep, TrainingStep
    from sagemaker.train import ModelTrainer
    from sagemaker.train.configs import Compute, InputData

    session = PipelineSession()
    rows = ParameterInteger(name="Rows", default_value=100)
    processor = ScriptProcessor(
        image_uri=image, command=["python3"], role=role, instance_count=1, instance_type="ml.m5.large", sagemaker_session=session
    )
    output = ProcessingOutput(
        output_name="train",
        s3_output=ProcessingS3Output(s3_uri="s3://my-bucket/train", local_path="/opt/ml/processing/train", s3_upload_mode="EndOfJob"),
    )
    prepare = ProcessingStep(name="Prepare", step_args=processor.run(code=str(code), outputs=[output]))
    trainer = ModelTrainer(
        training_image=image,
        role=role,
        compute=Compute(instance_type="ml.m5.xlarge", instance_count=1, volume_size_in_gb=30),
        sagemaker_session=session,
        base_job_name="train",
    )
    uri = prepare.properties.ProcessingOutputConfig.Outputs["train"].S3Output.S3Uri
    train = TrainingStep(name="Train", step_args=trainer.train(input_data_config=[InputData(channel_name="train", data_source=uri)]))
    gate = ConditionStep(
        name="EnoughRows",
        conditions=[ConditionGreaterThan(left=rows, right=10)],
        if_steps=[train],
        else_steps=[FailStep(name="TooFew", error_message="Too few rows")],
    )
    return Pipeline(name="churn-3", parameters=[rows], steps=[prepare, gate], sagemaker_session=session)
