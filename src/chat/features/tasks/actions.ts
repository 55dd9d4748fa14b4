import { command } from "../../actions.ts";

export const tasksCommand = command("tasks", "task.read");
