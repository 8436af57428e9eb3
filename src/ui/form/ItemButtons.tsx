import Button from "@cloudscape-design/components/button";

interface Props {
  /** "condition 2", "item 3": what is moved or removed. */
  readonly title: string;
  readonly index: number;
  readonly count: number;
  /** To another place of the list; without it the order counts for nothing. */
  readonly onMove?: (to: number) => void;
  readonly onRemove: () => void;
}

/** The place of something in its list: moved up and down, removed. */
export function ItemButtons({ title, index, count, onMove, onRemove }: Props) {
  return (
    <>
      {onMove !== undefined && index > 0 && (
        <Button
          variant="inline-icon"
          iconName="angle-up"
          ariaLabel={`Move ${title} up`}
          onClick={() => onMove(index - 1)}
        />
      )}
      {onMove !== undefined && index < count - 1 && (
        <Button
          variant="inline-icon"
          iconName="angle-down"
          ariaLabel={`Move ${title} down`}
          onClick={() => onMove(index + 1)}
        />
      )}
      <Button variant="inline-icon" iconName="close" ariaLabel={`Remove ${title}`} onClick={onRemove} />
    </>
  );
}
