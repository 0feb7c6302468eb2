"""Views: parts of an argument worth a picture of their own, chosen from its graph.

A view is a graph again, of fewer statements, with what was left out counted where it stands
behind (:class:`~argmap.views.view.View`). :func:`~argmap.views.spine.spine` keeps a work's main
claims, :func:`~argmap.views.question.on_questions` what is said to some questions, and
:func:`~argmap.views.around.around` what is near some statements.
"""
