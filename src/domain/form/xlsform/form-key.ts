/** The name that a form is stored and exported under (`form_id`): the one it brings, else one made of its title. */
export function formKey(id: string | null, title: string): string {
  if (id !== null) return id;
  const letters = title
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return letters.slice(0, 36).replace(/-$/, "") || "bieu-mau";
}
