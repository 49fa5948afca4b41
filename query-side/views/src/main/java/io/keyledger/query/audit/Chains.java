package io.keyledger.query.audit;

import io.keyledger.http.resources.Resources;
import io.keyledger.view.row.Tables;
import io.keyledger.view.store.RowBatch;
import io.keyledger.view.store.ViewsDatabase;
import java.util.List;
import java.util.stream.Collectors;

/** The audit logs of all organizations during one batch of events. */
final class Chains {
    static final String ENTRIES = Tables.of(Resources.AUDIT_EVENTS);
    static final String HEADS = "audit_heads_v1";

    private final RowBatch entries;
    private final RowBatch heads;

    private Chains(ViewsDatabase views) {
        this.entries = new RowBatch(views, ENTRIES);
        this.heads = new RowBatch(views, HEADS);
    }

    /** Adds the events; nothing is written yet. */
    static Chains after(ViewsDatabase views, List<AuditedEvent> audited) {
        var chains = new Chains(views);
        chains.add(audited);
        return chains;
    }

    private void add(List<AuditedEvent> audited) {
        var news = audited.stream().collect(Collectors.groupingBy(AuditedEvent::chain));
        heads.load(news.keySet());
        var chains = news.entrySet().stream()
                .map(one -> new Chain(one.getKey(), heads.get(one.getKey()), one.getValue(), entries))
                .toList();
        entries.load(chains.stream().flatMap(chain -> chain.ids().stream()).toList());
        chains.forEach(chain -> {
            chain.grow();
            heads.put(chain.head());
        });
    }

    /** To be called before the states are written that the entries were made from. */
    void writeEntries() {
        entries.write();
    }

    /** To be called after those states are written. */
    void writeHeads() {
        heads.write();
    }
}
