package io.palier.insight.web;

import io.palier.shared.Refusal;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Help, open to everybody. */
@Controller
class HelpPages {

    @GetMapping("/help")
    String topics(Model page) {
        page.addAttribute("topics", HelpTopic.values());
        return "insight/help";
    }

    @GetMapping("/help/{path}")
    String topic(@PathVariable String path, Model page) {
        var topic = Arrays.stream(HelpTopic.values())
                .filter(known -> known.path().equals(path))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        page.addAttribute("topic", topic);
        page.addAttribute("topics", HelpTopic.values());
        return "insight/help-topic";
    }
}
