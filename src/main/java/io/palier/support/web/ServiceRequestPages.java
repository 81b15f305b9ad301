package io.palier.support.web;

import io.palier.customer.CustomerView;
import io.palier.customer.Customers;
import io.palier.customer.RelationshipId;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.shared.Cursor;
import io.palier.shared.Names;
import io.palier.shared.web.Forms;
import io.palier.support.RequestStatus;
import io.palier.support.ServiceRequestId;
import io.palier.support.ServiceRequests;
import io.palier.support.Severity;
import io.palier.support.Side;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Service requests: a customer's, all that the viewer may see, and one with what was written to it. */
@Controller
class ServiceRequestPages {
    private final ServiceRequests requests;
    private final Customers customers;
    private final Clock clock;

    ServiceRequestPages(ServiceRequests requests, Customers customers, Clock clock) {
        this.requests = requests;
        this.customers = customers;
        this.clock = clock;
    }

    /**
     * What is written to a request.
     *
     * @param status of the button that was pressed; null for the one that only writes
     */
    record NoteForm(@Nullable String text, @Nullable String status) {
        static final NoteForm EMPTY = new NoteForm(null, null);

        @Nullable
        RequestStatus wanted() {
            return Names.read(RequestStatus.class, status).orElse(null);
        }

        /** Without another status there must be a text. */
        @Nullable
        String note() {
            var typed = text == null ? "" : text;
            return typed.isBlank() && wanted() != null ? null : typed;
        }
    }

    @GetMapping("/customers/{relationship}/service-requests")
    String ofCustomer(
            Viewer viewer,
            @PathVariable RelationshipId relationship,
            RequestListForm form,
            @RequestParam(required = false) @Nullable String after,
            Model page) {
        var customer = customers.get(viewer, relationship);
        viewer.require(Right.SEE_SERVICE_REQUESTS);
        page.addAttribute("customer", customer);
        page.addAttribute("canOpen", requests.canOpen(viewer, customer));
        return list(viewer, relationship, "/customers/" + relationship + "/service-requests", form, after, page);
    }

    @GetMapping("/service-requests")
    String all(
            Viewer viewer, RequestListForm form, @RequestParam(required = false) @Nullable String after, Model page) {
        page.addAttribute("own", viewer.isCustomer() ? customers.own(viewer) : List.<CustomerView>of());
        return list(viewer, null, "/service-requests", form, after, page);
    }

    private String list(
            Viewer viewer,
            @Nullable RelationshipId relationship,
            String path,
            RequestListForm form,
            @Nullable String after,
            Model page) {
        var cursor = Cursor.parse(after, 1).orElse(null);
        var filter = form.filter(relationship);
        page.addAttribute("slice", requests.list(viewer, filter, cursor));
        page.addAttribute("now", clock.instant());
        page.addAttribute("form", form);
        page.addAttribute("open", filter.isOpen());
        page.addAttribute("path", path);
        page.addAttribute("first", cursor == null);
        page.addAttribute("base", form.address(path));
        page.addAttribute("export", form.address(path + "/export.csv"));
        page.addAttribute("statuses", Names.of(RequestStatus.values()));
        page.addAttribute("severities", Severity.values());
        page.addAttribute("sides", Names.of(Side.values()));
        return "support/list";
    }

    @GetMapping("/service-requests/{id}")
    String show(Viewer viewer, @PathVariable ServiceRequestId id, Model page) {
        page.addAttribute("noteForm", NoteForm.EMPTY);
        return shown(viewer, id, page);
    }

    private String shown(Viewer viewer, ServiceRequestId id, Model page) {
        var seen = requests.get(viewer, id);
        page.addAttribute("seen", seen);
        page.addAttribute("late", seen.isLate(clock.instant()));
        page.addAttribute("notes", requests.notes(viewer, id));
        page.addAttribute("writable", seen.isWritableBy(viewer));
        return "support/show";
    }

    /** Writes a note, closes the request, or waits for an answer. */
    @PostMapping("/service-requests/{id}/notes")
    String write(
            Viewer viewer,
            @PathVariable ServiceRequestId id,
            @RequestParam int version,
            @ModelAttribute NoteForm noteForm,
            BindingResult problems,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        var done =
                Forms.result(problems, () -> requests.change(viewer, id, version, noteForm.note(), noteForm.wanted()));
        if (done == null) {
            return Forms.again(response, shown(viewer, id, page));
        }
        Forms.done(after, noteForm.wanted() == RequestStatus.CLOSED ? "support.done.closed" : "support.done.written");
        return "redirect:/service-requests/" + id;
    }
}
