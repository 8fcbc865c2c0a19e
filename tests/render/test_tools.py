import pytest
import tools


class DescribeANeededTool:
    def it_is_found_under_any_of_its_names(self) -> None:
        assert tools.needed("no-such-shell", "sh").endswith("/sh")

    def it_skips_the_test_and_says_which_it_is(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("CI", raising=False)
        with pytest.raises(pytest.skip.Exception, match="no-such-tool is missing"):
            tools.needed("no-such-tool", "nor-this-one")
        with pytest.raises(pytest.skip.Exception, match="no_such_package is missing"):
            tools.needed_package("no_such_package")

    def it_fails_the_test_in_ci(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("CI", "1")
        with pytest.raises(pytest.fail.Exception, match="no-such-tool is missing"):
            tools.needed("no-such-tool")
