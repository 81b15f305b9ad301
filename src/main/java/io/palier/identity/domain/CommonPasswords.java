package io.palier.identity.domain;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Long passwords that are guessed first all the same: the words everybody takes, one after the other or again and again,
 * with digits around them or in place of letters, and rows of the keyboard.
 */
public final class CommonPasswords {
    private static final Set<String> WORDS = Set.of("""
                    password passwort passwd pass motdepasse mdp secret sesame administrator administrateur admin root user
                    utilisateur login connexion welcome bienvenue bonjour hello salut letmein opensesame changeme changezmoi
                    change default defaut temporary temporaire temp test demo guest invite qwertyuiop qwertz qwerty azertyuiop
                    azerty asdfghjkl qsdfghjklm zxcvbnm wxcvbn qazwsx iloveyou jetaime love amour monkey dragon master
                    football baseball soccer basketball superman batman starwars princess princesse sunshine soleil shadow
                    summer winter spring autumn ete hiver printemps automne january february march april june july august
                    september october november december janvier fevrier mars avril mai juin juillet aout septembre octobre
                    novembre decembre monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi
                    vendredi samedi dimanche france paris london company societe entreprise office cloud partner partenaire
                    center centre palier microsoft google computer ordinateur internet whatever trustno
                    correcthorsebatterystaple abcdefghijklmnopqrstuvwxyz abcdefgh abcdef abcd abc my mon ma the le la is est
                    and et i je you""".split("\\s+"));

    private static final int LONGEST_WORD = 26;
    /** More of them in a row are a sentence of one’s own. */
    private static final int FEW = 4;

    private static final String LOOKS = "01345789@$!|";
    private static final String LETTERS = "oleastbgasii";
    private static final List<String> ROWS = List.of(
            "01234567890123456789",
            "abcdefghijklmnopqrstuvwxyz",
            "qwertyuiop",
            "azertyuiop",
            "asdfghjkl",
            "qsdfghjklm",
            "zxcvbnm",
            "wxcvbn");

    private CommonPasswords() {}

    /** Whether somebody who guesses would try it early. */
    public static boolean contains(String password) {
        var folded = Normalizer.normalize(password.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        return folded.chars().allMatch(Character::isDigit)
                || isFewWords(folded.replaceAll("\\P{L}", ""))
                || isFewWords(
                        asLetters(folded.replaceAll("^\\P{L}+|\\P{L}+$", "")).replaceAll("\\P{L}", ""))
                || isRows(folded);
    }

    /** Whether a text can be read as at most four of the words; the same one again counts once. */
    private static boolean isFewWords(String letters) {
        var fewest = new int[letters.length() + 1];
        for (int end = 1; end <= letters.length(); end++) {
            fewest[end] = FEW + 1;
            for (int start = Math.max(0, end - LONGEST_WORD); start < end; start++) {
                var word = letters.substring(start, end);
                if (fewest[start] <= FEW && WORDS.contains(word)) {
                    var again = letters.substring(0, start).endsWith(word) ? 0 : 1;
                    fewest[end] = Math.min(fewest[end], fewest[start] + again);
                }
            }
        }
        return !letters.isEmpty() && fewest[letters.length()] <= FEW;
    }

    private static String asLetters(String text) {
        return text.chars()
                .map(c -> LOOKS.indexOf(c) < 0 ? c : LETTERS.charAt(LOOKS.indexOf(c)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Made of pieces of rows, three keys or more each, forwards or backwards. */
    private static boolean isRows(String text) {
        int at = 0;
        while (at < text.length()) {
            int longest = 0;
            for (var row : ROWS) {
                longest = Math.max(longest, common(text, at, row));
                longest = Math.max(
                        longest,
                        common(text, at, new StringBuilder(row).reverse().toString()));
            }
            if (longest < 3) {
                return false;
            }
            at += longest;
        }
        return true;
    }

    private static int common(String text, int at, String row) {
        int start = row.indexOf(text.charAt(at));
        int length = 0;
        while (start >= 0
                && at + length < text.length()
                && start + length < row.length()
                && text.charAt(at + length) == row.charAt(start + length)) {
            length++;
        }
        return length;
    }
}
