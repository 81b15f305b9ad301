package io.palier.routes;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A field of a form. */
record Field(String name, Class<?> type) {
    /** What a parameter of a handler reads from the form: itself, or the components of its record. */
    static List<Field> of(MethodParameter parameter) {
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            return List.of();
        }
        if (parameter.hasParameterAnnotation(RequestParam.class)) {
            var named = MergedAnnotations.from(parameter.getParameterAnnotations())
                    .get(RequestParam.class)
                    .getString("name");
            var name = named.isEmpty() ? parameter.getParameter().getName() : named;
            return java.util.Map.class.isAssignableFrom(parameter.getParameterType())
                    ? List.of()
                    : List.of(new Field(
                            name, element(parameter.getParameterType(), parameter.getGenericParameterType())));
        }
        // The viewer is a record too, but nobody types it.
        return parameter.getParameterType().isRecord()
                        && !parameter.getParameterType().getSimpleName().equals("Viewer")
                ? components("", parameter.getParameterType())
                : List.of();
    }

    private static List<Field> components(String prefix, Class<?> form) {
        var fields = new ArrayList<Field>();
        for (var component : form.getRecordComponents()) {
            var type = element(component.getType(), component.getGenericType());
            if (type.isRecord() && !isId(type)) {
                fields.addAll(components(prefix + component.getName() + ".", type));
            } else if (type != MultipartFile.class) {
                fields.add(new Field(prefix + component.getName(), type));
            }
        }
        return fields;
    }

    private static Class<?> element(Class<?> type, Type generic) {
        return Collection.class.isAssignableFrom(type)
                        && generic instanceof ParameterizedType parameterized
                        && parameterized.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : type;
    }

    private static boolean isId(Class<?> type) {
        return io.palier.shared.TypedId.class.isAssignableFrom(type);
    }

    /** Something that can be read, though it may mean nothing. */
    String readable() {
        if (type == boolean.class || type == Boolean.class) {
            return "true";
        }
        if (type.isEnum()) {
            return ((Enum<?>) type.getEnumConstants()[0]).name();
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "1";
        }
        if (type == UUID.class || isId(type)) {
            return "0190a000-0000-7000-8000-00000000dead";
        }
        return name.endsWith("anguage") ? "en" : "something";
    }
}
