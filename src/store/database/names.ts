/** Names of what lies in a data folder beside the database and the contents. */
/** In the folder of files: to which database it belongs. */
export const MARK_FILE = ".dondoc-folder";
/** In the folder of files: the key that signs the addresses of pages. */
export const LINK_KEY_FILE = ".link-key";
/** Beside the embedded database: its first copy came to its end. */
export const WHOLE_FILE = "db.whole";
