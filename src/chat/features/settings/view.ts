import type { SettingName } from "../../../cases/change-setting.ts";
import type { Words } from "../../../i18n.ts";
import type { Screen } from "../../screen.ts";
import { dayOffActions } from "../days-off/actions.ts";
import { settingActions } from "./actions.ts";

export function settings(words: Words, all: readonly { name: SettingName; value: string }[]): Screen {
  const said = all.map(
    ({ name, value }) => `${words.t(`settings-${name}`)}: ${value || words.t("settings-unset")}`,
  );
  return {
    text: [words.t("settings-head"), "", ...said].join("\n"),
    buttons: [
      ...all.map(({ name }) => [
        {
          text: words.t("settings-change", { what: words.t(`settings-${name}`) }),
          data: settingActions.change.data(name),
        },
      ]),
      [{ text: words.t("days-open"), data: dayOffActions.open.data() }],
    ],
  };
}
