package io.palier.insight;

import java.util.List;

/** What one person sees first: what waits, what comes next, how things stand. */
public record Dashboard(List<Attention> attention, List<Step> steps, List<Figure> figures, List<Chart> charts) {

    /** How many steps are done. */
    public long stepsDone() {
        return steps.stream().filter(Step::done).count();
    }

    /** Whether nothing of "what next" is left. */
    public boolean isUnderWay() {
        return stepsDone() == steps.size();
    }
}
