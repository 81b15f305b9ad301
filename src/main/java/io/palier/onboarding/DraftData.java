package io.palier.onboarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into the wizard's steps, right or wrong.
 *
 * @param partnerOfRecord who is credited for the subscriptions; empty for nobody, null while that was not decided: the
 *     customer's reseller
 */
public record DraftData(
        AccountStep account, List<Line> lines, @Nullable String partnerOfRecord) {
    /** How many offers one first order may hold. */
    public static final int MOST_LINES = 50;

    /** Nothing typed: what is left of a draft that is over. */
    public static final DraftData EMPTY = new DraftData(AccountStep.in("", "", "", ""), List.of(), null);

    @SuppressWarnings("ConstantValue")
    public DraftData(@Nullable AccountStep account, @Nullable List<Line> lines, @Nullable String partnerOfRecord) {
        this.account = account == null ? AccountStep.in("", "", "", "") : account;
        this.lines = lines == null ? List.of() : List.copyOf(lines);
        this.partnerOfRecord = partnerOfRecord;
    }

    /**
     * One offer chosen.
     *
     * @param quantity as typed
     */
    public record Line(String availability, String quantity) {}

    public DraftData account(AccountStep step) {
        return new DraftData(step, lines, partnerOfRecord);
    }

    /** Quantities and partner of record as typed; lines that are not there stay out. */
    public DraftData quantities(List<Line> typed, @Nullable String reseller) {
        var known = lines.stream()
                .map(line -> typed.stream()
                        .filter(other -> other.availability().equals(line.availability()))
                        .findFirst()
                        .orElse(line))
                .toList();
        return new DraftData(account, known, reseller == null ? partnerOfRecord : reseller);
    }

    /** With one more offer; one that is there already, or too many, is no change. */
    public DraftData plus(String availability, int quantity) {
        if (lines.size() >= MOST_LINES
                || lines.stream().anyMatch(line -> line.availability().equals(availability))) {
            return this;
        }
        var more = new ArrayList<>(lines);
        more.add(new Line(availability, Integer.toString(quantity)));
        return new DraftData(account, more, partnerOfRecord);
    }

    public DraftData minus(String availability) {
        return new DraftData(
                account,
                lines.stream()
                        .filter(line -> !line.availability().equals(availability))
                        .toList(),
                partnerOfRecord);
    }

    /** Who is credited: the choice made, else the customer's reseller; empty for nobody. */
    public String creditedReseller() {
        return Objects.requireNonNullElse(partnerOfRecord, account.reseller());
    }
}
