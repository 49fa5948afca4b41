package io.keyledger.query.rebuild;

import io.keyledger.view.follow.RowProjection;
import io.keyledger.view.follow.View;
import io.keyledger.view.row.Recorded;
import io.keyledger.view.store.ViewCollection;
import io.keyledger.view.store.ViewsDatabase;
import io.keyledger.view.use.UseFollower;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.bson.Document;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;

/** The views as the service has them, without the processors: events are passed to them directly. */
public final class AllViews {
    private final ViewsDatabase database;
    private final List<View> groups;
    private final ObjectProvider<UseFollower> useFollowers;

    /** The views of the packages, in the database. */
    public AllViews(ViewsDatabase database, String... packages) {
        this.database = database;
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(ViewsDatabase.class, () -> database);
        context.registerBean(Clock.class, Clock::systemUTC);
        var scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*\\.web\\..*")));
        scanner.scan(packages);
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        context.refresh();
        this.useFollowers = context.getBeanProvider(UseFollower.class);
        this.groups = context.getBeanProvider(View.class).orderedStream().toList();
    }

    /** All of them. */
    public List<View> groups() {
        return groups;
    }

    /** Passes last uses to the views that show them. */
    public UseFollower useFollower() {
        return uses -> useFollowers.orderedStream().forEach(follower -> follower.used(uses));
    }

    /** Applies the events to every view that they concern. */
    public void apply(List<Recorded> events) {
        for (var group : groups) {
            var concerned = events.stream()
                    .filter(event -> group.projection().concerns(event.event().getClass()))
                    .toList();
            if (!concerned.isEmpty()) {
                group.projection().apply(database, concerned);
            }
        }
    }

    /** Those that keep one row per resource. */
    public List<RowProjection> rowProjections() {
        return groups.stream()
                .map(View::projection)
                .filter(RowProjection.class::isInstance)
                .map(RowProjection.class::cast)
                .toList();
    }

    /** All rows of all views, by collection. */
    public Map<String, List<Document>> rows() {
        var rows = new TreeMap<String, List<Document>>();
        collections()
                .forEach(name -> rows.put(
                        name,
                        database.collection(name)
                                .find()
                                .sort(new Document("_id", 1))
                                .into(new ArrayList<>())));
        return rows;
    }

    /** Forgets everything. */
    public void clear() {
        collections().forEach(name -> database.collection(name).deleteMany(new Document()));
    }

    private List<String> collections() {
        return groups.stream()
                .flatMap(group -> group.collections().stream())
                .map(ViewCollection::name)
                .toList();
    }
}
