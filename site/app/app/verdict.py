"""The verdict: a number of things to change, and what stands beside it."""

from app.dom import part, put, show, text
from app.words import say, say_count


def show_verdict(report) -> str:
    """Write the heading and its counts; returns both as one sentence for the status line."""
    title, counts = heading(report), beside(report)
    box = part("verdict")
    put(box, data_verdict=report.verdict)
    text("verdict-title", title, box)
    text("verdict-counts", counts, box)
    show(box)
    return say("live.verdict", verdict=title, counts=counts)


def heading(report) -> str:
    """ "Not ready: 2 things to change, 1 of them checked"."""
    verdict = report.verdict
    if verdict == "pass":
        return say("verdict.pass")
    count, fine = report.count(verdict), report.said_fine(verdict)
    title = say_count("verdict." + verdict, count)
    if not fine:
        return title
    return say("verdict.checked.all" if fine == count else "verdict.checked", verdict=title, count=fine)


def beside(report) -> str:
    """ "22 met, 3 to check", and that it is for practice where it is."""
    key = "counts.practice" if report.document.self_made.status == "not_accepted" else "counts"
    to_check = say("counts.to_check", count=report.count("manual"))
    return say(key, met=say("counts.met", count=report.count("pass")), to_check=to_check)


def is_ready(report) -> bool:
    """Is nothing left to change but what somebody looked at and found fine?"""
    return report.count("fail") == report.said_fine("fail")
