/** The shape of an AWS region's name. Whether it exists is AWS's to say. */
export const regionPattern = /^[a-z]{2,5}(?:-[a-z]{2,12}){1,3}-[0-9]{1,2}$/;
