package io.keyledger.kernel.upcast;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.keyledger.kernel.DomainEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** Lets Jackson refuse null for every component of an event that is not {@link Nullable}, and as element of a list. */
final class RequiredMembers extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
        return member instanceof AnnotatedParameter parameter
                        && DomainEvent.class.isAssignableFrom(parameter.getDeclaringClass())
                ? nullsOf(parameter)
                : super.findSetterInfo(config, member);
    }

    private static JsonSetter.Value nullsOf(AnnotatedParameter parameter) {
        var component = parameter.getDeclaringClass().getRecordComponents()[parameter.getIndex()];
        return JsonSetter.Value.construct(
                component.getAnnotatedType().isAnnotationPresent(Nullable.class) ? Nulls.SET : Nulls.FAIL,
                component.getType() == List.class ? Nulls.FAIL : Nulls.DEFAULT);
    }
}
