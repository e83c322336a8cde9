package io.aifactory.contracts.access;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.MlType;
import io.aifactory.contracts.events.ProjectRole;
import io.aifactory.contracts.events.ScoringKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.format.FormatterRegistry;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands the caller to controller methods that ask for one, and reads the factory's words in paths and queries as they are written. */
class CallerArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, EnvironmentTier.class, EnvironmentTier::of);
        registry.addConverter(String.class, LakeLayer.class, LakeLayer::of);
        registry.addConverter(String.class, MlType.class, MlType::of);
        registry.addConverter(String.class, ProjectRole.class, ProjectRole::of);
        registry.addConverter(String.class, ScoringKind.class, ScoringKind::of);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof CallerToken token) {
            return token.getPrincipal();
        }
        throw new IllegalStateException("a path without a checked token has no caller: " + parameter);
    }
}
