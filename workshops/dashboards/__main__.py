"""The dashboards' process; the supervisor starts it: `python -m workshops.dashboards PORT DATA`."""

from workshops.theme.page import spare

if __name__ == "__main__":
    spare()
    from workshops.dashboards.server import main

    main()
