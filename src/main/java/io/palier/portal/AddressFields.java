package io.palier.portal;

import io.palier.organization.AddressForm;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The fields of an address anew, as another country wants them; what is typed stays. */
@Controller
class AddressFields {

    record AddressFieldsForm(AddressForm address) {
        /** What is left out is empty. */
        AddressFieldsForm {
            address = Objects.requireNonNullElse(address, AddressForm.in(""));
        }
    }

    @GetMapping("/address-fields")
    String fields(
            @ModelAttribute AddressFieldsForm addressFieldsForm,
            @RequestParam(required = false) @Nullable Boolean phone,
            Model page) {
        page.addAttribute("phoned", Boolean.TRUE.equals(phone));
        return "portal/address-fields";
    }
}
