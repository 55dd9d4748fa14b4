/** An element of the tree that mammoth reads a document into: the fields that matter here. */
export interface DocxNode {
  readonly type: string;
  readonly children?: readonly DocxNode[];
  readonly value?: string;
  readonly isAllCaps?: boolean;
  readonly checked?: boolean;
  readonly isHeader?: boolean;
  readonly colSpan?: number;
  readonly rowSpan?: number;
}
