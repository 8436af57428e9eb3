/** Where the local region says that it is, so that its ARNs look like AWS's. */
export const localAccount = "111122223333";
export const localRegionName = "eu-west-1";
export const localRoleArn = `arn:aws:iam::${localAccount}:role/StepwireLocal`;
