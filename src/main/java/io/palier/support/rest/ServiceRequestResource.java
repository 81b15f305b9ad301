package io.palier.support.rest;

import io.palier.api.ApiResource;
import io.palier.api.Etag;
import io.palier.api.FieldFilter;
import io.palier.api.ListRequest;
import io.palier.api.Page;
import io.palier.api.WithUser;
import io.palier.customer.Customers;
import io.palier.customer.RelationshipId;
import io.palier.identity.Viewer;
import io.palier.organization.OrganizationId;
import io.palier.shared.Refusal;
import io.palier.support.ServiceRequestFilter;
import io.palier.support.ServiceRequestView;
import io.palier.support.ServiceRequests;
import io.palier.support.SupportTopic;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Service requests, all that the caller may see or those about one customer (accounts contract 7.3). */
@ApiResource
@WithUser
class ServiceRequestResource {
    private static final int LARGEST_PAGE = 1000;

    private final ServiceRequests requests;
    private final ServiceRequestShapes shapes;
    private final Customers customers;
    private final MessageSource messages;

    ServiceRequestResource(
            ServiceRequests requests, ServiceRequestShapes shapes, Customers customers, MessageSource messages) {
        this.requests = requests;
        this.shapes = shapes;
        this.customers = customers;
        this.messages = messages;
    }

    /** What a service request can be about, in the language of {@code X-Locale}. */
    @GetMapping("/v1/servicerequests/supporttopics")
    Page<SupportTopicJson> topics(Locale locale) {
        return Page.of(Arrays.stream(SupportTopic.values())
                .map(topic -> SupportTopicJson.of(topic, messages, locale))
                .toList());
    }

    /** All that the caller asked or was asked, latest first; filter by {@code Status}. */
    @GetMapping("/v1/servicerequests")
    Page<ServiceRequestJson> list(Viewer viewer, ListRequest request, Locale locale) {
        return list(viewer, null, request, locale);
    }

    /** Those about one customer. */
    @GetMapping("/v1/customers/{customer}/servicerequests")
    Page<ServiceRequestJson> ofCustomer(
            Viewer viewer, @PathVariable OrganizationId customer, ListRequest request, Locale locale) {
        customers.relationship(viewer, customer);
        return list(viewer, customer, request, locale);
    }

    private Page<ServiceRequestJson> list(
            Viewer viewer, @Nullable OrganizationId customer, ListRequest request, Locale locale) {
        int size = request.size() == 0 ? ListRequest.MOST : Math.min(request.size(), LARGEST_PAGE);
        var found = requests.list(viewer, filter(customer, request.filter()), request.offset(), size + 1);
        var page = found.stream()
                .limit(size)
                .map(seen -> shapes.json(seen, null, locale))
                .toList();
        return request.numbered(page, found.size() > size);
    }

    private static ServiceRequestFilter filter(@Nullable OrganizationId customer, @Nullable FieldFilter sent) {
        if (sent == null) {
            return ServiceRequestFilter.of(customer, null);
        }
        if (!sent.isOn("Status") || sent.operator() != FieldFilter.Operator.EQUALS) {
            throw sent.unsupported();
        }
        return ServiceRequestFilter.of(customer, WireStatus.named(sent.value()));
    }

    /** One with its notes, by its number. */
    @GetMapping("/v1/servicerequests/{request}")
    ServiceRequestJson get(Viewer viewer, @PathVariable String request, Locale locale) {
        return whole(viewer, requests.get(viewer, request), locale);
    }

    /** The same below its customer. */
    @GetMapping("/v1/customers/{customer}/servicerequests/{request}")
    ServiceRequestJson getOfCustomer(
            Viewer viewer, @PathVariable OrganizationId customer, @PathVariable String request, Locale locale) {
        return whole(viewer, about(viewer, customer, request), locale);
    }

    private ServiceRequestView about(Viewer viewer, OrganizationId customer, String number) {
        var seen = requests.get(viewer, number);
        if (!customer.equals(seen.customer())) {
            throw Refusal.notFound();
        }
        return seen;
    }

    private ServiceRequestJson whole(Viewer viewer, ServiceRequestView seen, Locale locale) {
        return shapes.json(seen, requests.notes(viewer, seen.id()), locale);
    }

    /** Asks about the customer that the body names as organization, or about the caller itself. */
    @PostMapping("/v1/servicerequests/{agentLocale}")
    @ResponseStatus(HttpStatus.CREATED)
    ServiceRequestJson open(
            Viewer viewer, @PathVariable String agentLocale, @RequestBody ServiceRequestJson body, Locale locale) {
        var about = body.organization() == null ? null : body.organization().id();
        var relationship =
                about == null || about.equals(viewer.organization()) ? null : customers.relationship(viewer, about);
        return open(viewer, relationship, agentLocale, body, locale);
    }

    /** Asks about a customer. */
    @PostMapping("/v1/customers/{customer}/servicerequests")
    @ResponseStatus(HttpStatus.CREATED)
    ServiceRequestJson openForCustomer(
            Viewer viewer, @PathVariable OrganizationId customer, @RequestBody ServiceRequestJson body, Locale locale) {
        return open(viewer, customers.relationship(viewer, customer), locale.toLanguageTag(), body, locale);
    }

    private ServiceRequestJson open(
            Viewer viewer,
            @Nullable RelationshipId relationship,
            String agentLocale,
            ServiceRequestJson body,
            Locale locale) {
        return whole(viewer, requests.open(viewer, relationship, ServiceRequestShapes.read(body, agentLocale)), locale);
    }

    /** Writes {@code newNote}, changes {@code status}, or both. */
    @PatchMapping("/v1/servicerequests/{request}")
    ServiceRequestJson change(
            Viewer viewer,
            @PathVariable String request,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ServiceRequestJson body,
            Locale locale) {
        return change(viewer, requests.get(viewer, request), ifMatch, body, locale);
    }

    /** The same below its customer. */
    @PatchMapping("/v1/customers/{customer}/servicerequests/{request}")
    ServiceRequestJson changeOfCustomer(
            Viewer viewer,
            @PathVariable OrganizationId customer,
            @PathVariable String request,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ServiceRequestJson body,
            Locale locale) {
        return change(viewer, about(viewer, customer, request), ifMatch, body, locale);
    }

    private ServiceRequestJson change(
            Viewer viewer, ServiceRequestView seen, @Nullable String ifMatch, ServiceRequestJson body, Locale locale) {
        Etag.of(seen.id(), seen.version()).requireMatch(ifMatch);
        ServiceRequestShapes.refuseOther(body, seen);
        var note = ServiceRequestShapes.note(body);
        var status = ServiceRequestShapes.status(body, seen);
        return whole(
                viewer,
                requests.change(viewer, seen.id(), ifMatch == null ? null : seen.version(), note, status),
                locale);
    }
}
