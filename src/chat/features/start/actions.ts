import { z } from "zod";
import { locales } from "../../../config.ts";
import { action, command } from "../../actions.ts";

export const startCommand = command("start", "chat.use");
export const helpCommand = command("help", "chat.use");
export const cancelCommand = command("cancel", "chat.use");
export const languageCommand = command("language", "chat.use");
export const chooseLanguage = action("lang", "chat.use", [z.enum(locales)]);
