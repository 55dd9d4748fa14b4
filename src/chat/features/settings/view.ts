import type { SettingName } from "../../../cases/settings/change-setting.ts";
import type { Words } from "../../../i18n.ts";
import type { BoardSettingValue } from "../../../store/settings.ts";
import { type Button, lines, type Screen } from "../../screen.ts";
import { dayOffActions } from "../days-off/actions.ts";
import { settingActions } from "./actions.ts";

/**
 * @param restricted what becomes of documents that must not be passed on; null for those who don't decide it
 * @param paid whether broadcasts may cost money; null for those whom it does not concern
 */
export function settings(
  words: Words,
  all: readonly { name: SettingName; value: string }[],
  restricted: BoardSettingValue<"restricted"> | null,
  paid: boolean | null,
): Screen {
  const said = all.map(
    ({ name, value }) => `${words.t(`settings-${name}`)}: ${value || words.t("settings-unset")}`,
  );
  const choices = (["protect", "withhold"] as const).map((one): Button[] => [
    {
      text: `${one === restricted ? "● " : ""}${words.t(`settings-restricted-${one}`)}`,
      data: settingActions.restricted.data(one),
    },
  ]);
  return {
    text: lines(
      words.t("settings-head"),
      "",
      ...said,
      restricted && "",
      restricted && words.t(`settings-restricted-now-${restricted}`),
      paid !== null && `\n${words.t("settings-paid", { on: paid ? "yes" : "no" })}`,
    ),
    buttons: [
      ...all.map(({ name }) => [
        {
          text: words.t("settings-change", { what: words.t(`settings-${name}`) }),
          data: settingActions.change.data(name),
        },
      ]),
      ...(restricted ? choices : []),
      [{ text: words.t("days-open"), data: dayOffActions.open.data() }],
      ...(paid === null
        ? []
        : [
            [
              {
                text: words.t(paid ? "settings-paid-off" : "settings-paid-on"),
                data: settingActions.paid.data(paid ? "no" : "ask"),
              },
            ],
          ]),
    ],
  };
}

export function askPaid(words: Words): Screen {
  return {
    text: words.t("settings-paid-ask"),
    buttons: [
      [
        { text: words.t("settings-paid-yes"), data: settingActions.paid.data("yes") },
        { text: words.t("settings-paid-no"), data: settingActions.paid.data("no") },
      ],
    ],
  };
}
