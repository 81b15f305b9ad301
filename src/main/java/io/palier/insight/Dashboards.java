package io.palier.insight;

import io.palier.identity.Viewer;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to dashboards. */
@Service
@Transactional(readOnly = true)
public class Dashboards {
    private final List<Board> boards;

    Dashboards(List<Board> boards) {
        this.boards = boards;
    }

    /** The viewer's dashboard, for the organization acted for. */
    public Dashboard of(Viewer viewer) {
        return boards.stream()
                .filter(board -> viewer.is(board.kind()))
                .findFirst()
                .orElseThrow()
                .of(viewer);
    }
}
