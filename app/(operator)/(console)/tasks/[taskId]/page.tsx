import { RoleGate } from "../../../role-gate.tsx";
import { TaskScreen } from "./task-screen.tsx";

type Props = { params: Promise<{ taskId: string }> };

export default async function TaskPage({ params }: Props) {
  const { taskId } = await params;
  return (
    <RoleGate roles={["validator"]}>
      <TaskScreen taskId={taskId} />
    </RoleGate>
  );
}
