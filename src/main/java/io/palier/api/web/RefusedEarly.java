package io.palier.api.web;

import io.palier.api.Fault;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Requests to the API that the server or the firewall refuses before any endpoint is looked for: bad characters in the
 * address, methods that nobody has. They are answered as faults too, not with a page.
 */
@Configuration
class RefusedEarly {

    /** What was refused behind the first filter is dispatched as an error. */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> apiErrorDispatch(FaultWriter faults) {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new Dispatched(faults));
        registration.setDispatcherTypes(DispatcherType.ERROR);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** What the server does not take for an address at all reaches no filter. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> apiErrorReports(FaultWriter faults) {
        return server -> server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Reported(faults)));
    }

    private static boolean areOurs(@Nullable Object path) {
        return path != null && ApiPaths.areOurs(ApiPaths.clean(path.toString()));
    }

    private static Fault fault(int status) {
        if (status >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            return new Fault(Fault.Code.UNEXPECTED, "Something went wrong here.");
        }
        return status == HttpStatus.NOT_FOUND.value() || status == HttpStatus.METHOD_NOT_ALLOWED.value()
                ? new Fault(Fault.Code.NOT_FOUND, "There is nothing here.")
                : new Fault(Fault.Code.INVALID_INPUT, "The request cannot be understood.");
    }

    private static final class Dispatched extends OncePerRequestFilter {
        private final FaultWriter faults;

        Dispatched(FaultWriter faults) {
            this.faults = faults;
        }

        @Override
        protected boolean shouldNotFilterErrorDispatch() {
            return false;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (areOurs(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))) {
                Ids.echo(request, response);
                faults.write(fault(response.getStatus()), response);
            } else {
                chain.doFilter(request, response);
            }
        }
    }

    private static final class Reported extends ErrorReportValve {
        private final FaultWriter faults;

        Reported(FaultWriter faults) {
            this.faults = faults;
            setShowReport(false);
            setShowServerInfo(false);
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            int status = response.getStatus();
            boolean said = status < HttpStatus.BAD_REQUEST.value() || response.getContentWritten() > 0;
            if (said || !areOurs(request.getCoyoteRequest().requestURI()) || !response.setErrorReported()) {
                super.report(request, response, failure);
                return;
            }
            try {
                Ids.echo(request, response);
                faults.write(fault(status), response);
                response.finishResponse();
            } catch (IOException | IllegalStateException gone) {
                // Nobody is left to be told.
            }
        }
    }
}
