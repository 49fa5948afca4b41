package io.keyledger.query.audit;

import io.keyledger.kernel.audit.CheckpointSigner.Verdict;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the chain of one organization from its first entry on, and says where it breaks: an entry is missing, added,
 * moved, changed, or not the one that was signed.
 */
final class ChainCheck {
    private final NavigableMap<Long, List<Checkpoint>> checkpoints;
    private final Function<Checkpoint, Verdict> signatures;
    private long entries;
    private @Nullable String hash;
    private long proven;
    private @Nullable Instant provenAt;
    private long brokenAt;
    private long notShown;
    private @Nullable String reason;

    ChainCheck(Collection<Checkpoint> checkpoints, Function<Checkpoint, Verdict> signatures) {
        this.checkpoints = checkpoints.stream()
                .collect(Collectors.groupingBy(Checkpoint::position, TreeMap::new, Collectors.toList()));
        this.signatures = signatures;
    }

    /** Goes on after the entries of an earlier, unbroken finding, whose checkpoints were compared then. */
    ChainCheck after(Finding earlier) {
        entries = earlier.entries();
        hash = earlier.hash();
        proven = earlier.proven();
        provenAt = earlier.provenAt();
        checkpoints.getOrDefault(entries, List.of()).forEach(this::compare);
        return this;
    }

    /** Takes the next entry, with its hash; after the first break further ones are ignored. */
    void accept(Map<String, @Nullable Object> entry) {
        if (brokenAt == 0) {
            follow(entry);
        }
    }

    /** Takes something that is not an entry, in place of one. */
    void acceptNonsense(String what) {
        breakAt(entries + 1, what);
    }

    private void follow(Map<String, @Nullable Object> entry) {
        var next = entries + 1;
        var position = entry.get(AuditEntry.POSITION) instanceof Number number ? number.longValue() : 0;
        var content = new LinkedHashMap<>(entry);
        if (!EntryHash.of(without(content)).equals(entry.get(AuditEntry.HASH))) {
            breakAt(next, "its content does not have its hash");
        } else if (position != next) {
            breakAt(Math.min(position, next), "after position " + entries + " comes " + position);
        } else if (!Objects.equals(hash, entry.get(AuditEntry.PREVIOUS))) {
            breakAt(next, "it does not follow the entry before it");
        } else {
            entries = next;
            if (entry.get(AuditEntry.DETAILS) instanceof Map<?, ?> details
                    && details.containsKey(AuditedEvent.NOT_SHOWN)) {
                notShown++;
            }
            hash = String.valueOf(entry.get(AuditEntry.HASH));
            checkpoints.getOrDefault(next, List.of()).forEach(this::compare);
        }
    }

    private static Map<String, @Nullable Object> without(Map<String, @Nullable Object> entry) {
        entry.remove(AuditEntry.HASH);
        return entry;
    }

    private void compare(Checkpoint checkpoint) {
        var verdict = signatures.apply(checkpoint);
        if (verdict == Verdict.FORGED) {
            breakAt(checkpoint.position(), "the checkpoint at it was not signed by this service");
        } else if (!checkpoint.hash().equals(hash)) {
            breakAt(
                    proven + 1,
                    "from here to " + checkpoint.position() + " the log is not the one that was signed at "
                            + checkpoint.signedAt());
        } else if (verdict == Verdict.GENUINE) {
            proven = checkpoint.position();
            provenAt = checkpoint.signedAt();
        }
    }

    private void breakAt(long position, String why) {
        if (brokenAt == 0) {
            brokenAt = position;
            reason = why;
        }
    }

    /** The result; to be called once, after the last entry. */
    Finding finding() {
        var beyond = checkpoints.tailMap(entries, false).values().stream()
                .flatMap(List::stream)
                .toList();
        for (var checkpoint : beyond) {
            breakAt(
                    entries + 1,
                    signatures.apply(checkpoint) == Verdict.FORGED
                            ? "the checkpoint at " + checkpoint.position() + " was not signed by this service"
                            : "the log was signed up to " + checkpoint.position() + " at " + checkpoint.signedAt());
        }
        return new Finding(entries, brokenAt == 0 ? null : brokenAt, reason, proven, provenAt, hash, notShown);
    }
}
