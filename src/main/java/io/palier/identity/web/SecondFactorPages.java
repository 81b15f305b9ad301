package io.palier.identity.web;

import io.palier.identity.SecondFactors;
import io.palier.identity.SignedIn;
import io.palier.identity.Viewer;
import io.palier.shared.Refusal;
import io.palier.shared.web.Forms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's own second factor: set up, new recovery codes, turned off. */
@Controller
@RequestMapping(SecondFactorPages.ADDRESS)
class SecondFactorPages {
    static final String ADDRESS = "/account/second-factor";
    private static final String PAGE = "identity/second-factor";

    private final SecondFactors secondFactors;
    private final CurrentSession session;

    SecondFactorPages(SecondFactors secondFactors, CurrentSession session) {
        this.secondFactors = secondFactors;
        this.session = session;
    }

    record CodeForm(@NotBlank @Size(max = 40) String code) {
        static final CodeForm EMPTY = new CodeForm("");
    }

    @GetMapping
    String show(Viewer viewer, HttpServletResponse response, Model page) {
        page.addAttribute("codeForm", CodeForm.EMPTY);
        return page(viewer, response, page);
    }

    @PostMapping
    String begin(Viewer viewer) {
        secondFactors.begin(viewer);
        return "redirect:" + ADDRESS;
    }

    /** What the device's camera reads; only while a factor is being set up. */
    @GetMapping("/key.svg")
    ResponseEntity<String> picture(Viewer viewer) {
        var key = secondFactors.state(viewer).key().orElseThrow(Refusal::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .cacheControl(CacheControl.noStore())
                .body(QrCode.svg(DeviceKey.address(viewer.signInName(), key)));
    }

    @PostMapping("/confirmation")
    String turnOn(
            Viewer viewer,
            @Valid @ModelAttribute CodeForm codeForm,
            BindingResult problems,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        var codes = Forms.result(problems, () -> secondFactors.turnOn(viewer, codeForm.code()));
        if (codes == null) {
            return Forms.again(response, page(viewer, response, page));
        }
        // The present session ended with all the others; what is still in hand must not be saved again.
        request.getSession().invalidate();
        request.getSession();
        session.withSecondFactor(
                new SignedIn(viewer.account().value(), viewer.membership().value()), request, response);
        return showOnce(codes, response, page);
    }

    @PostMapping("/recovery-codes")
    String renew(
            Viewer viewer,
            @Valid @ModelAttribute CodeForm codeForm,
            BindingResult problems,
            HttpServletResponse response,
            Model page) {
        var codes = Forms.result(problems, () -> secondFactors.renewRecoveryCodes(viewer, codeForm.code()));
        return codes == null ? Forms.again(response, page(viewer, response, page)) : showOnce(codes, response, page);
    }

    @PostMapping("/removal")
    String turnOff(
            Viewer viewer,
            @Valid @ModelAttribute CodeForm codeForm,
            BindingResult problems,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        if (!Forms.accepted(problems, () -> secondFactors.turnOff(viewer, codeForm.code()))) {
            return Forms.again(response, page(viewer, response, page));
        }
        Forms.done(after, "identity.second-factor.is-off");
        return "redirect:" + ADDRESS;
    }

    /** Never kept: it may hold the key. */
    private String page(Viewer viewer, HttpServletResponse response, Model page) {
        response.setHeader("Cache-Control", "no-store");
        var state = secondFactors.state(viewer);
        page.addAttribute("state", state);
        page.addAttribute("keyInGroups", state.key().map(DeviceKey::inGroups).orElse(""));
        return PAGE;
    }

    /** The answer to the submit itself, kept by nobody. */
    private static String showOnce(List<String> codes, HttpServletResponse response, Model page) {
        response.setHeader("Cache-Control", "no-store");
        page.addAttribute("codes", codes);
        return "identity/recovery-codes";
    }
}
