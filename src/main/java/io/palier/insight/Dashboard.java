package io.palier.insight;

import java.util.List;

/** What one person sees first: what waits, what comes next, how things stand. */
public record Dashboard(List<Attention> attention, List<Step> steps, List<Figure> figures, List<Chart> charts) {}
