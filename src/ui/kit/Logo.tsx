/** Two steps and the wire between them. */
export function Logo({ size = 26 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <defs>
        <linearGradient id="logo-fill" x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" stopColor="#2f7df6" />
          <stop offset="1" stopColor="#1c46b8" />
        </linearGradient>
      </defs>
      <rect width="32" height="32" rx="8" fill="url(#logo-fill)" />
      <path
        d="M9 10h5a4 4 0 0 1 4 4v4a4 4 0 0 0 4 4"
        fill="none"
        stroke="#fff"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
      <circle cx="8.5" cy="10" r="3" fill="#fff" />
      <circle cx="23.5" cy="22" r="3" fill="#fff" />
    </svg>
  );
}
