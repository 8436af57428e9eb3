// The one place where the page's content security policy is loosened, for the dev server alone: Vite writes scripts and styles into
// the page, each marked by a nonce that lives as long as the process. All else stays as strict as in the product.

/** The product's policy, with the scripts and styles of this nonce. */
export function loosened(policy, nonce) {
  return ["script-src 'self'", "style-src 'self'"].reduce((text, rule) => {
    if (!text.includes(rule)) throw new Error(`The product's policy has no ${rule} any more.`);
    return text.replace(rule, `${rule} 'nonce-${nonce}'`);
  }, policy);
}
