"""What an author's page may carry: judged on its rendered HTML by an allow-list, and cleaned by the same list.

The list is held by a sanitizer that parses HTML as browsers do (nh3, which is ammonia); nothing here looks for what is
dangerous. It knows pages and pictures as texts and bytes, and no project.
"""
