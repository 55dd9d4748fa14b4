import { z } from "zod";
import { settingNames } from "../../../cases/change-setting.ts";
import { action, command } from "../../actions.ts";

export const settingsCommand = command("settings", "setting.write");

export const settingActions = { change: action("setting", "setting.write", [z.enum(settingNames)]) };
